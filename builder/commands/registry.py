"""The kinds of edit offered to people, by kind."""

from typing import Any

from builder.commands import (
    add_choice,
    add_dashboard,
    add_field,
    add_form_item,
    add_navigation_item,
    add_report,
    add_section,
    add_tile,
    move_form_item,
    move_section,
    move_tile,
    remove_dashboard,
    remove_field,
    remove_form_item,
    remove_navigation_item,
    remove_report,
    remove_section,
    remove_tile,
    rename_field,
    set_choice,
    set_dashboard_access,
    set_dashboard_property,
    set_field_access,
    set_field_property,
    set_form_item,
    set_form_property,
    set_report,
    set_section,
    set_tile,
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
    add_report,
    set_report,
    remove_report,
    add_dashboard,
    set_dashboard_property,
    set_dashboard_access,
    remove_dashboard,
    add_tile,
    move_tile,
    set_tile,
    remove_tile,
    add_navigation_item,
    remove_navigation_item,
)


def _kind(command: EditCommand[Any]) -> str:
    return command.kind


COMMANDS: Registry[EditCommand[Any]] = Registry((module.COMMAND for module in _MODULES), _kind)
