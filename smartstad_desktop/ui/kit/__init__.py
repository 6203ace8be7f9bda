"""The small toolkit of the window; it knows no page.

How a page is built (``ui/<page>/page.py``, class ``<Page>Page(Page)``, found by ``ui/shell/pages.py``):

- ``page.Page``: set ``interests``, write ``refresh()``; child views emit a command, the page runs it with
  ``self.perform(command)`` or ``self.requested.emit(command)``. Never refresh after a command: the change set does.
  ``self.navigate.emit(PageTarget(PageId.PLAN, row=3))`` goes elsewhere, ``go_to`` is how others come here.
- ``services.Services``: ``workspace``, ``changes``, ``jobs``, ``notices``, ``settings``.
- ``parts``: ``Label`` (always plain text), ``Panel``, ``PageHeader``, ``Rule``, ``EmptyState``, ``text_font``.
- ``buttons.Button`` and ``icon_button``; ``chips.ChipRow``; ``marks.MarkLabel`` and ``paint_marks``.
- ``fields`` and ``forms.Dialog`` (opened with ``open()``); ``forms.ask_open_paths`` and ``ask_save_path``.
- ``rows_model.RowsModel``: ``show(rows)`` with what was read; ``SelectionKeeper`` keeps what is selected.
- ``cards.CardDelegate`` and ``drag.Dragging`` for boards; ``jobs.Jobs`` for long work.
- ``theme.current().colour(Role.INK)`` for painting, ``icons.pixmap(name, role, size)`` for pictures.

A change of language, look or text size rebuilds the window: nothing here follows it by itself.
"""
