"""The page of one round of questions, in a process of its own that knows the file of that round and nothing else."""
