"""Alembic's entry for the center: runs on the connection the program hands over."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True, version_table_schema="clerk")
with context.begin_transaction():
    context.run_migrations()
