pluginroom.transform.onFrame((picture) => picture);
