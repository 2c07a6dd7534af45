"""Who somebody is: signing in, sessions and tokens that travel sealed. What he may see is case/sight.py's answer."""
