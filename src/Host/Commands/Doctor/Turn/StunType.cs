namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>Methods and classes (RFC 8489, 5; RFC 8656, 17), as far as they are asked or answered here.</summary>
internal enum StunType : ushort
{
    Binding = 0x0001,
    Allocate = 0x0003,
    Refresh = 0x0004,
    BindingSuccess = 0x0101,
    AllocateSuccess = 0x0103,
    RefreshSuccess = 0x0104,
    BindingError = 0x0111,
    AllocateError = 0x0113,
    RefreshError = 0x0114,
}

/// <summary>RFC 8489, 18.3; RFC 8656, 18.</summary>
internal enum StunAttribute : ushort
{
    UserName = 0x0006,
    MessageIntegrity = 0x0008,
    ErrorCode = 0x0009,
    Lifetime = 0x000D,
    Realm = 0x0014,
    Nonce = 0x0015,
    XorRelayedAddress = 0x0016,
    RequestedTransport = 0x0019,
    XorMappedAddress = 0x0020,
}
