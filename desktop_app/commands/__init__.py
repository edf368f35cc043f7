"""The commands of `thuisbasis-cli`, one small file per group.

A command reads its arguments, calls one room of the core and says what came of it. What a
program may read goes to stdout; progress, questions and errors go to stderr.
"""
