"""What an app can begin from: starters that come with the product, and files of tables that people bring."""
