"""What is answered: plain frozen data, which every room above may read."""
