"""The network: where people stand in it, who connects whom, and what rests on whom."""
