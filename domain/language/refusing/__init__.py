"""What is refused, narrowed, or put in place of something else."""
