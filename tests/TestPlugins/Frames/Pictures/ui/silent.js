// Never says what it does with pictures.
void pluginroom.transform;
