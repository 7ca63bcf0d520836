# Reference for test/reports/export-reference.test.ts, in this folder, with the package nanoparquet:
#   oj export --what panel --format parquet,csv --out FOLDER && Rscript export.R FOLDER
# Reads the demo panel from the Parquet file by nanoparquet and from the CSV file by base R, and writes of every column:
# what type R made of it, how many values are missing and how many different, and two sums over all rows, the second weighted by the
# row's number (modulo 97) so that it notices rows in another order: of numbers, of TRUE as 1, of the bytes of a text.
source("write-json.R")
folder <- commandArgs(TRUE)[1]
one <- function(name, x) {
  v <- if (is.character(x)) nchar(x, "bytes") else as.numeric(x)
  v[is.na(x)] <- 0
  weight <- (seq_along(x) - 1) %% 97 + 1
  list(name = name, type = typeof(x), missing = sum(is.na(x)), distinct = length(unique(x[!is.na(x)])),
       sum = sum(v), weighted = sum(v * weight))
}
all <- function(d) list(rows = nrow(d), columns = unname(Map(one, names(d), d)))
parquet <- as.data.frame(nanoparquet::read_parquet(file.path(folder, "panel.parquet")))
meta <- nanoparquet::read_parquet_metadata(file.path(folder, "panel.parquet"))$file_meta_data$key_value_metadata[[1]]
text <- read.csv(file.path(folder, "panel.csv"), colClasses = c(unit = "character", municipality = "character"),
                 na.strings = "", check.names = FALSE, encoding = "UTF-8")
write_reference("export.json", list(
  synthetic = meta$value[meta$key == "oppna-jamforelser.synthetic"],
  notice = meta$value[meta$key == "oppna-jamforelser.notice.en"],
  parquet = all(parquet), csv = all(text)), "nanoparquet")
