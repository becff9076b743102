"""Doubles of the other sides, on real sockets, with every fault they are known for."""
