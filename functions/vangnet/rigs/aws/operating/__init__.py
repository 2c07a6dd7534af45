"""What an operator does with a stack, from outside and with credentials of his own: nothing here runs in a function."""
