"""`python -m preau` is `preau`."""

from preau.cli import main

if __name__ == "__main__":
    main()
