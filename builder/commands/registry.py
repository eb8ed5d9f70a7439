"""The kinds of edit offered to people, by kind."""

from typing import Any

from builder.commands import (
    add_choice,
    add_field,
    add_form_item,
    add_rule_input,
    add_rule_output,
    add_rule_row,
    add_section,
    move_form_item,
    move_rule_row,
    move_section,
    paste_rule_cells,
    remove_field,
    remove_form_item,
    remove_rule_column,
    remove_rule_row,
    remove_section,
    rename_field,
    set_choice,
    set_field_access,
    set_field_property,
    set_form_item,
    set_form_property,
    set_rule_cell,
    set_rule_column,
    set_rule_property,
    set_rule_row,
    set_section,
    set_view_columns,
)
from builder.commands.command import EditCommand
from engine.kernel.registry import Registry

_MODULES = (
    add_field,
    remove_field,
    rename_field,
    set_field_property,
    set_field_access,
    add_form_item,
    move_form_item,
    remove_form_item,
    set_form_item,
    add_section,
    move_section,
    remove_section,
    set_section,
    set_form_property,
    add_choice,
    set_choice,
    set_view_columns,
    set_rule_cell,
    paste_rule_cells,
    add_rule_row,
    remove_rule_row,
    move_rule_row,
    set_rule_row,
    add_rule_input,
    add_rule_output,
    remove_rule_column,
    set_rule_column,
    set_rule_property,
)


def _kind(command: EditCommand[Any]) -> str:
    return command.kind


COMMANDS: Registry[EditCommand[Any]] = Registry((module.COMMAND for module in _MODULES), _kind)
