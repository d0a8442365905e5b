// vector: Navigation API
navigation.navigate("$URL.html");
