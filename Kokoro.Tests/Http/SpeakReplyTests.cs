using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Cli;

namespace Kokoro.Tests.Http;

/// <summary>What `POST /speak` answers.</summary>
public sealed class SpeakReplyTests
{
    [Fact]
    public async Task A_whole_wav_has_its_exact_length_and_says_where_the_time_went()
    {
        await using var server = await ScriptedServer.StartAsync(ScriptedServer.Speaking(ScriptedServer.Piece(2400), ScriptedServer.Piece(100, 2)));

        using var response = await server.PostAsync("""{"text":"a"}""");

        var wav = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(2500, WavContent.Exact(wav).Length);
        Assert.Equal(wav.Length, response.Content.Headers.ContentLength);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("u7", response.Headers.GetValues("X-Utterance-Id").Single());
        var timing = response.Headers.GetValues("Server-Timing").Single();
        Assert.Matches(@"^phonemes;dur=3\.0, queue;dur=2\.0, run;dur=1\.0, first;dur=[\d.]+, total;dur=[\d.]+$", timing);
    }

    [Fact]
    public async Task A_streamed_wav_begins_before_the_text_ends()
    {
        var more = new TaskCompletionSource();
        await using var server = await ScriptedServer.StartAsync(async (speak, asker) =>
        {
            asker.Tell(ScriptedServer.Accepted);
            await speak.Audio.WriteAsync(ScriptedServer.Piece(100));
            await more.Task;
            await speak.Audio.WriteAsync(ScriptedServer.Piece(100));
            speak.Audio.Complete();
        });

        using var response = await server.PostAsync("""{"text":"a","stream":true}""");
        await using var body = await response.Content.ReadAsStreamAsync();
        var first = new byte[44 + 200];
        await body.ReadExactlyAsync(first);
        more.SetResult();
        using var rest = new MemoryStream();
        await body.CopyToAsync(rest);

        Assert.Equal(200, WavContent.Streamed([.. first, .. rest.ToArray()]).Length);
        Assert.Null(response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Frames_carry_words_before_their_samples_and_end_with_a_sum_of_all()
    {
        var word = new WordTiming(0, 1, 0.01, 0.05);
        var silent = new WordTiming(2, 3, 0.06, 0.06, Spoken: false);
        await using var server = await ScriptedServer.StartAsync(ScriptedServer.Speaking(ScriptedServer.Piece(2400, 1, word, silent), ScriptedServer.Piece(10, 2)));

        using var response = await server.PostAsync("""{"text":"a b","format":"frames"}""");

        Assert.Equal("application/vnd.kokoro.frames", response.Content.Headers.ContentType!.MediaType);
        var frames = Frames(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal([1, 3, 2, 2, 4], frames.Select(frame => frame.Type));
        using var meta = JsonDocument.Parse(frames[0].Payload);
        Assert.Equal(("u7", 24_000, 3), (meta.RootElement.GetProperty("id").GetString(), meta.RootElement.GetProperty("sample_rate").GetInt32(), meta.RootElement.GetProperty("text_length").GetInt32()));
        using var words = JsonDocument.Parse(frames[1].Payload);
        Assert.Equal(0.05, words.RootElement[0].GetProperty("to").GetDouble());
        Assert.False(words.RootElement[0].TryGetProperty("spoken", out _));
        Assert.False(words.RootElement[1].GetProperty("spoken").GetBoolean());
        byte[] pcm = [.. frames[2].Payload, .. frames[3].Payload];
        using var end = JsonDocument.Parse(frames[4].Payload);
        Assert.Equal(2410, end.RootElement.GetProperty("samples").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pcm)), end.RootElement.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Frames_that_fail_on_the_way_end_with_the_problem()
    {
        await using var server = await ScriptedServer.StartAsync(FailingAfterOnePiece);

        using var response = await server.PostAsync("""{"text":"a","format":"frames"}""");

        var frames = Frames(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal([1, 2, 5], frames.Select(frame => frame.Type));
        using var problem = JsonDocument.Parse(frames[2].Payload);
        Assert.Equal("engine_failed", problem.RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("pcm")]
    [InlineData("wav")]
    public async Task Any_other_stream_that_fails_on_the_way_is_cut_with_its_connection(string format)
    {
        await using var server = await ScriptedServer.StartAsync(FailingAfterOnePiece);

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var response = await server.PostAsync($$"""{"text":"a","format":"{{format}}","stream":true}""");
            await response.Content.ReadAsByteArrayAsync();
        });
    }

    [Fact]
    public async Task A_whole_reply_that_fails_has_the_status_of_its_problem()
    {
        await using var server = await ScriptedServer.StartAsync(FailingAfterOnePiece);

        using var response = await server.PostAsync("""{"text":"a"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData(nameof(ProblemKind.Quarantined), 422)]
    [InlineData(nameof(ProblemKind.VoiceUnknown), 422)]
    [InlineData(nameof(ProblemKind.OverShare), 429)]
    [InlineData(nameof(ProblemKind.Full), 503)]
    [InlineData(nameof(ProblemKind.Draining), 503)]
    [InlineData(nameof(ProblemKind.DeadlinePassed), 504)]
    [InlineData(nameof(ProblemKind.Replaced), 409)]
    [InlineData(nameof(ProblemKind.Internal), 500)]
    public async Task A_refusal_has_its_status_its_place_and_when_to_come_back(string kind, int status)
    {
        var problem = new SpeechProblem(Enum.Parse<ProblemKind>(kind), "because", 3, 5, TimeSpan.FromSeconds(1.2));
        await using var server = await ScriptedServer.StartAsync((_, asker) => asker.Tell(new SpeakProtocol.Refused(problem)));

        using var response = await server.PostAsync("""{"text":"a"}""");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        Assert.Equal((3, 5), (document.RootElement.GetProperty("start").GetInt32(), document.RootElement.GetProperty("end").GetInt32()));
    }

    [Fact]
    public async Task The_deadline_ends_the_utterance_with_504()
    {
        ProblemKind? because = null;
        await using var server = await ScriptedServer.StartAsync((speak, asker) => speak.Gone.Register(() =>
        {
            because = speak.GoneBecause!();
            asker.Tell(new SpeakProtocol.Refused(new(because.Value, "too late")));
        }));

        using var response = await server.PostAsync("""{"text":"a"}""", request => request.Headers.Add("X-Deadline-Ms", "30"));

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal(ProblemKind.DeadlinePassed, because);
    }

    [Fact]
    public async Task A_client_that_goes_away_is_told_to_the_utterance_at_once()
    {
        var gone = new TaskCompletionSource<ProblemKind>();
        var asked = new TaskCompletionSource();
        await using var server = await ScriptedServer.StartAsync((speak, _) =>
        {
            speak.Gone.Register(() => gone.SetResult(speak.GoneBecause!()));
            asked.SetResult();
        });
        using var leave = new CancellationTokenSource();

        var asking = server.PostAsync("""{"text":"a"}""", cancellationToken: leave.Token);
        await asked.Task;
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(ProblemKind.ClientGone, await gone.Task);
    }

    [Theory]
    [InlineData(65_536, HttpStatusCode.OK)]
    [InlineData(65_538, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_whole_reply_may_be_as_large_as_its_limit(int bytes, HttpStatusCode expected)
    {
        var pieces = Enumerable.Range(0, bytes / 2 / 1024).Select(_ => ScriptedServer.Piece(1024)).ToList();
        if (bytes % 2048 > 0)
            pieces.Add(ScriptedServer.Piece(bytes % 2048 / 2));
        await using var server = await ScriptedServer.StartAsync(
            ScriptedServer.Speaking([.. pieces]), new ServerSettings { Http = new() { MostReplyBytes = 65_536 } });

        using var response = await server.PostAsync("""{"text":"a"}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Whole_replies_share_one_budget_and_give_it_back()
    {
        var hold = new TaskCompletionSource();
        var isHeld = new TaskCompletionSource();
        var count = 0;
        await using var server = await ScriptedServer.StartAsync(
            async (speak, asker) =>
            {
                var number = Interlocked.Increment(ref count);
                asker.Tell(ScriptedServer.Accepted);
                await speak.Audio.WriteAsync(ScriptedServer.Piece(2400));
                await speak.Audio.WriteAsync(ScriptedServer.Piece(2400));
                if (number == 1)
                {
                    isHeld.SetResult();
                    await hold.Task;
                }

                speak.Audio.TryComplete();
            },
            new ServerSettings { Http = new() { ReplyBudgetBytes = 1 << 20 }, Utterances = new() { Buffer = TimeSpan.FromMilliseconds(100) } });

        // The second piece is only taken after the first one has been put into a block, of which the budget has four.
        var first = server.PostAsync("""{"text":"a"}""");
        await isHeld.Task;
        using var second = await server.PostAsync("""{"text":"a"}""");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        hold.SetResult();
        using var ended = await first;
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
    }

    private static void FailingAfterOnePiece(SpeakProtocol.Speak speak, IActorRef asker)
    {
        asker.Tell(ScriptedServer.Accepted);
        speak.Audio.TryWrite(ScriptedServer.Piece(100));
        speak.Audio.TryComplete(new UtteranceFailedException(new(ProblemKind.EngineFailed, "it failed")));
    }

    private static List<(int Type, byte[] Payload)> Frames(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<(int, byte[])>();
        while (!bytes.IsEmpty)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..]);
            frames.Add((bytes[0], bytes.Slice(5, length).ToArray()));
            bytes = bytes[(5 + length)..];
        }

        return frames;
    }
}
