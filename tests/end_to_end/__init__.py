"""The whole program as an operator runs it: real processes, real servers, told as a town's daily life."""
