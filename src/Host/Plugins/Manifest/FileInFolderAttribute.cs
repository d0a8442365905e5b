namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>The value is a path with <c>/</c> to a file that must exist in the plugin's folder.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FileInFolderAttribute : Attribute;
