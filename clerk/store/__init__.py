"""SQLite through SQLAlchemy. Rows never leave."""
