"""How long things take: `python -m benchmarks [--quick] [NAME…]`; README.md beside this says how to read it."""
