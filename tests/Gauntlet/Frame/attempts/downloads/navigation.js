// vector: download by a frame that navigates
location.href = "$URL.bin";
