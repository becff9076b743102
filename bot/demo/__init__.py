"""The offline world: sample outlets on loopback and a scripted hour."""
