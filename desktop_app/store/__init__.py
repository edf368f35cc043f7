"""The encrypted file: keys, engine, opened register, migrations, copies and logs."""
