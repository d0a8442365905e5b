namespace PluginRoom.Host.Broker;

/// <summary>The only gate through which data reaches a plugin or leaves it.</summary>
public sealed class CapabilityBroker;
