"""The center: what windows send is kept, decided in one order, and told to everybody."""
