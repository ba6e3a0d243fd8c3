print("staffopt")
