using System.Text.Json;
using Kokoro.Host.Cli;
using Kokoro.Synthesis;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Answers one message after the other until the browser closes its end.</summary>
internal sealed class NativeHost(MessageReader reader, MessageWriter writer, IHostRequests requests, HostLog log)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } message)
                await AnswerAsync(writer, await ReplyAsync(message, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (BadMessageException e)
        {
            await log.WriteAsync(e.Message).ConfigureAwait(false);
            return ExitCode.InputOutput;
        }
    }

    public static Task AnswerAsync(MessageWriter writer, HostReply reply, CancellationToken cancellationToken) =>
        writer.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(reply, HostJson.Default.HostReply), cancellationToken);

    private async Task<HostReply> ReplyAsync(byte[] message, CancellationToken cancellationToken)
    {
        try
        {
            var (type, token) = Read(message);
            return type switch
            {
                "start" => await requests.StartAsync(token, cancellationToken).ConfigureAwait(false),
                "status" => await requests.StatusAsync(cancellationToken).ConfigureAwait(false),
                null => HostReply.Refused("The message has no type; send start or status."),
                var other => HostReply.Refused($"Message type {Printable.Excerpt(other)} is not known; send start or status."),
            };
        }
        catch (JsonException)
        {
            return HostReply.Refused("The message is not JSON; send an object with a type.");
        }
        catch (HostException e)
        {
            await log.WriteAsync(e.Message).ConfigureAwait(false);
            return HostReply.Refused(e.Message);
        }
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    private static (string? Type, string? Token) Read(byte[] message)
    {
        using var document = JsonDocument.Parse(message);
        return (TextOf(document.RootElement, "type"), TextOf(document.RootElement, "token"));
    }

    private static string? TextOf(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
