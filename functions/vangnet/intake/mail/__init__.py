"""Reports by e-mail: reading a mail, what was passed on in it, who sent it, and taking it in."""
