orders["media.receive"] = (words) => media.receive(...words.split(" "));
orders["media.publish"] = (words) => media.publish(words);
