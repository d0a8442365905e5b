using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>
/// Asks STUN and TURN servers as a browser would: a Binding, and of TURN an Allocation with the configured user name and credential,
/// which is given back at once. Nothing of the answers but whether they are good is told: they hold this machine's address.
/// </summary>
/// <param name="roots">Trusted instead of the system's certificates; null: the system's.</param>
internal sealed class IceProbe(X509Certificate2Collection? roots = null)
{
    private static readonly byte[] Udp = [17, 0, 0, 0];
    private static readonly byte[] Nothing = [0, 0, 0, 0];

    public async Task<IceVerdict> TryAsync(IceUrl url, IceServer server, CancellationToken stop)
    {
        try
        {
            using var line = await StunLine.OpenAsync(url, roots, stop);
            return url.IsTurn ? await AllocateAsync(line, server, stop) : await BindAsync(line, stop);
        }
        catch (SocketException failure)
        {
            return IceVerdict.Bad(failure.SocketErrorCode switch
            {
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its name leads to no address",
                SocketError.ConnectionRefused => "nothing listens there",
                _ => $"it cannot be reached ({failure.SocketErrorCode})",
            });
        }
        catch (AuthenticationException)
        {
            return IceVerdict.Bad("its certificate does not prove its name, so no browser will use it");
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            return IceVerdict.Bad("something answers there that does not speak STUN");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return IceVerdict.Bad("it cannot be reached in time");
        }
    }

    private static async Task<IceVerdict> BindAsync(StunLine line, CancellationToken stop) =>
        await line.AskAsync(new(StunType.Binding, StunMessage.NewTransaction()), stop) switch
        {
            null => IceVerdict.Silent,
            { Type: StunType.BindingSuccess } answer when answer.FindAddress(StunAttribute.XorMappedAddress) is not null => IceVerdict.Good("answers"),
            var answer => IceVerdict.Bad($"it answers a Binding with error {answer.Error}"),
        };

    private static async Task<IceVerdict> AllocateAsync(StunLine line, IceServer server, CancellationToken stop)
    {
        var answer = await line.AskAsync(Allocation(), stop);
        if (answer is null)
            return IceVerdict.Silent;
        if (answer.Type == StunType.AllocateSuccess)
            return IceVerdict.Weak("relays for anybody, without a credential: strangers will use it");
        // The second 401 is about the credential; 438 asks for the same with a newer nonce.
        for (var tries = 0; tries < 3; tries++)
        {
            if (answer is not { Error: 401 or 438 } || answer.FindText(StunAttribute.Realm) is not { } realm || answer.Find(StunAttribute.Nonce) is not { } nonce)
                break;
            if (server is not { Username: { } user, Credential: { } credential })
                return IceVerdict.Bad("it asks for a user name and a credential, and none is configured");
            if (answer.Error == 401 && tries > 0)
                break;
            var key = StunCredential.Key(user, realm, credential);
            answer = await line.AskAsync(Proven(Allocation(), user, realm, nonce, key), stop);
            if (answer is null)
                return IceVerdict.Silent;
            if (answer.Type == StunType.AllocateSuccess)
            {
                // Nobody has to answer for what is over anyway in ten minutes.
                await line.AskAsync(Proven(Refresh(), user, realm, nonce, key), stop);
                return Judge(answer, key);
            }
        }

        return IceVerdict.Bad(ErrorWords(answer.Error));
    }

    private static IceVerdict Judge(StunMessage answer, byte[] key)
    {
        if (!answer.IsSignedBy(key))
            return IceVerdict.Bad("its answer is not signed with the credential, so browsers drop it");
        if (answer.FindAddress(StunAttribute.XorRelayedAddress) is not { } relay)
            return IceVerdict.Bad("it allocates no address");
        return SpecialNetworks.Describe(relay) is { } kind
            ? IceVerdict.Weak($"relays, with the credential, but the address that it gives is {kind}: people elsewhere cannot reach that (coturn: external-ip)")
            : IceVerdict.Good("relays, with the credential");
    }

    private static StunMessage Allocation() =>
        new StunMessage(StunType.Allocate, StunMessage.NewTransaction()).With(StunAttribute.RequestedTransport, Udp);

    private static StunMessage Refresh() => new StunMessage(StunType.Refresh, StunMessage.NewTransaction()).With(StunAttribute.Lifetime, Nothing);

    private static StunMessage Proven(StunMessage request, string user, string realm, byte[] nonce, byte[] key) => request
        .With(StunAttribute.UserName, user)
        .With(StunAttribute.Realm, realm)
        .With(StunAttribute.Nonce, nonce)
        .Signed(key);

    private static string ErrorWords(int? error) => error switch
    {
        401 => "it refuses the user name or the credential (error 401)",
        403 => "it forbids relaying (error 403)",
        442 => "it relays no UDP (error 442)",
        486 => "it has given this user name as many relays as it may have (error 486)",
        508 => "it has no relay left to give (error 508)",
        _ => $"it refuses to relay (error {error})",
    };
}
