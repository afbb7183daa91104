"""Addresses and requests (Library Reference, "urllib")."""
