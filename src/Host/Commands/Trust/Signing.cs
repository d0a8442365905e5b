using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Commands.Trust;

/// <summary>Turns what a signing verb was given wrong into wrong use.</summary>
internal static class Signing
{
    /// <exception cref="WrongUseException">Instead of <see cref="SigningException"/>.</exception>
    public static async Task<int> RunAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (SigningException e)
        {
            throw new WrongUseException(e.Message, e);
        }
    }
}
