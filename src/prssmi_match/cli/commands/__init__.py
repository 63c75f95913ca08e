"""One file a command: each reads its arguments, calls a use case, and tells what came out."""
