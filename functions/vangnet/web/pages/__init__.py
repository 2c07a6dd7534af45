"""Every page, a file each: a blueprint with its addresses; addresses.py has them all."""
