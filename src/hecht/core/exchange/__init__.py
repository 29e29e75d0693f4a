"""Exchange: what people ask and bring, what goes together, and what of it is still open."""
