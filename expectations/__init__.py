"""What must hold before anything is published: rules made from the schema, rules across tables, measured quality.

Rules are set-based SQL over the run's Parquet files, executed and reported through Great Expectations, so that their
cost grows with the data and not with a conversion of it. Great Expectations is imported only when rules run: it takes
seconds to load.
"""
