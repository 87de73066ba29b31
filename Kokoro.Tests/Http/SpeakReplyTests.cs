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

    /// <summary>The actors keep deadlines; this is about actors that are gone.</summary>
    [Theory]
    [InlineData(false, HttpStatusCode.ServiceUnavailable, "no_answer")]
    [InlineData(true, HttpStatusCode.GatewayTimeout, "deadline_passed")]
    public async Task Actors_that_never_answer_are_not_waited_for_much_beyond_the_deadline(bool isAccepted, HttpStatusCode expected, string kind)
    {
        await using var server = await ScriptedServer.StartAsync(
            (_, asker) =>
            {
                if (isAccepted)
                    asker.Tell(ScriptedServer.Accepted);
            },
            new ServerSettings { Http = new() { AnswerWithin = TimeSpan.FromMilliseconds(50) } });

        using var response = await server.PostAsync("""{"text":"a"}""", request => request.Headers.Add("X-Deadline-Ms", "30"));

        Assert.Equal(expected, response.StatusCode);
        Assert.Contains($"\"kind\":\"{kind}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edge_that_fails_is_told_as_a_fault_of_the_server()
    {
        await using var server = await ScriptedServer.StartAsync((_, asker) => asker.Tell(new Status.Failure(new InvalidOperationException("a secret"))));

        using var response = await server.PostAsync("""{"text":"a"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var problem = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"kind\":\"internal\"", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    /// <summary>The utterance does not even have to say that it has ended.</summary>
    [Theory]
    [InlineData("asked", false)]
    [InlineData("accepted", false)]
    [InlineData("accepted", true)]
    [InlineData("speaking", false)]
    [InlineData("speaking", true)]
    public async Task A_client_that_goes_away_is_told_to_the_utterance_at_once(string moment, bool isStream)
    {
        var gone = new TaskCompletionSource<ProblemKind>();
        var reached = new TaskCompletionSource();
        await using var server = await ScriptedServer.StartAsync(async (speak, asker) =>
        {
            speak.Gone.Register(() => gone.TrySetResult(speak.GoneBecause!()));
            if (moment != "asked")
                asker.Tell(ScriptedServer.Accepted);
            if (moment == "speaking")
                await speak.Audio.WriteAsync(ScriptedServer.Piece(100));
            reached.SetResult();
        });
        using var leave = new CancellationTokenSource();

        var asking = server.PostAsync($$"""{"text":"a","stream":{{(isStream ? "true" : "false")}}}""", cancellationToken: leave.Token);
        await reached.Task;
        if (moment == "speaking" && isStream)
        {
            (await asking).Dispose();
        }
        else
        {
            await leave.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        Assert.Equal(ProblemKind.ClientGone, await gone.Task);
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_is_given_up()
    {
        var gone = new TaskCompletionSource<ProblemKind>();
        await using var server = await ScriptedServer.StartAsync(
            async (speak, asker) =>
            {
                speak.Gone.Register(() => gone.TrySetResult(speak.GoneBecause!()));
                asker.Tell(ScriptedServer.Accepted);
                while (!speak.Gone.IsCancellationRequested)
                    await speak.Audio.WriteAsync(ScriptedServer.Piece(2400));
            },
            new ServerSettings { Http = new() { StalledAfter = TimeSpan.FromMilliseconds(100) } });

        // Nothing of the body is read.
        using var response = await server.PostAsync("""{"text":"a","format":"pcm"}""");

        Assert.Equal(ProblemKind.ReaderStalled, await gone.Task);
    }

    [Fact]
    public async Task Whole_frames_have_their_length_and_fail_with_a_status()
    {
        var fails = false;
        await using var server = await ScriptedServer.StartAsync((speak, asker) =>
        {
            Assert.Equal(Delivery.Whole, speak.Request.Delivery);
            if (fails)
                FailingAfterOnePiece(speak, asker);
            else
                ScriptedServer.Speaking(ScriptedServer.Piece(10))(speak, asker);
        });
        const string Json = """{"text":"a","format":"frames","stream":false}""";

        using var whole = await server.PostAsync(Json);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        fails = true;
        using var failed = await server.PostAsync(Json);

        Assert.Equal(bytes.Length, whole.Content.Headers.ContentLength);
        Assert.Equal([1, 2, 4], Frames(bytes).Select(frame => frame.Type));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
    }

    [Theory]
    [InlineData(65_534, HttpStatusCode.OK)]
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
        const int Blocks = 4;
        var hold = new TaskCompletionSource();
        using var held = new SemaphoreSlim(0);
        var gone = new TaskCompletionSource<ProblemKind>();
        var count = 0;
        await using var server = await ScriptedServer.StartAsync(
            async (speak, asker) =>
            {
                var number = Interlocked.Increment(ref count);
                if (number == Blocks + 1)
                    speak.Gone.Register(() => gone.TrySetResult(speak.GoneBecause!()));
                asker.Tell(ScriptedServer.Accepted);

                // The third has room when the second is taken, which is after the first has been put into a block.
                for (var i = 0; i < 3; i++)
                    await speak.Audio.WriteAsync(ScriptedServer.Piece(2400));
                held.Release();
                if (number <= Blocks)
                    await hold.Task;
                speak.Audio.TryComplete();
            },
            new ServerSettings { Http = new() { ReplyBudgetBytes = Blocks * 256 * 1024 }, Utterances = new() { Buffer = TimeSpan.FromMilliseconds(100) } });

        var first = Enumerable.Range(0, Blocks).Select(_ => server.PostAsync("""{"text":"a"}""")).ToList();
        for (var i = 0; i < Blocks; i++)
            await held.WaitAsync();
        using var beyond = await server.PostAsync("""{"text":"a"}""");
        hold.SetResult();
        foreach (var response in await Task.WhenAll(first))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await response.Content.ReadAsByteArrayAsync();
            response.Dispose();
        }

        using var after = await server.PostAsync("""{"text":"a"}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, beyond.StatusCode);
        Assert.NotNull(beyond.Headers.RetryAfter);
        Assert.Equal(ProblemKind.Full, await gone.Task);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
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
