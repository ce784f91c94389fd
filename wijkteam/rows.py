"""How a template reads a row.

For `action.words` Django tries `action["words"]` first, and a model makes an error of it each time:
two thousand on a long page, a fifteenth of its time. What stands on a page by the dozen says
`__getitem__ = by_name`, and is asked once.
"""

by_name = object.__getattribute__
