"""What is asked: the sites, their preferences, the rules and the policy of a program."""
