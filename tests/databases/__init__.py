"""Real databases to test on: SQLite files and a PostgreSQL server of our own."""
