"""Plots, one file each: a function that draws on the axes that it is given, or on new ones, and returns them."""
