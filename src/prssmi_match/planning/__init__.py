"""The program around the match: learning sessions, visits, milestones."""
