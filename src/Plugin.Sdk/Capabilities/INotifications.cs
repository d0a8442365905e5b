namespace PluginRoom.Sdk;

/// <summary>Short notices. Needs <c>{ "name": "ui.notification" }</c>.</summary>
public interface INotifications
{
    /// <summary>The longest text that <see cref="ShowAsync"/> takes, in characters.</summary>
    const int MaxLength = 200;

    /// <summary>Shows a notice to everybody in the room, with the plugin's name on it. 1 to 200 characters.</summary>
    /// <exception cref="CapabilityDeniedException">
    /// <c>ui.notification</c> is not declared, or this plugin has received data that may not go into the room.
    /// </exception>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    Task ShowAsync(string text, CancellationToken cancellationToken = default);
}
