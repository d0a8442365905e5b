// Not even a script.
pluginroom.transform.onFrame((picture => 
