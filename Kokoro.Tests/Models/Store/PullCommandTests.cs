using Kokoro.Host.Cli;
using Kokoro.Host.Download;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Download;
using Kokoro.Tests.Serving;
using Kokoro.Tests.TinyOnnx;
using Kokoro.Tests.Voices;

namespace Kokoro.Tests.Models.Store;

/// <summary>`kokoro model pull` as a person runs it, against a server in this process.</summary>
public sealed class PullCommandTests : IDisposable
{
    private static readonly byte[] Model = new TinyKokoro { KnownIds = 178, Gain = 0.001f, Metadata = [("padding", new string('x', 400_000))] }.ToModel();
    private static readonly byte[] Voice = GeneratedPack.Bytes();

    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Pull_fetches_a_model_with_its_voices_from_the_mirror_and_it_speaks()
    {
        await using var server = new FileServer(Serve);
        var environment = Publishing(server);

        var pulled = await KokoroProcess.RunAsync(environment, "model", "pull", "tiny");
        var again = await KokoroProcess.RunAsync(environment, "model", "pull", "tiny");
        var spoken = await KokoroProcess.RunAsync(environment, "speak", "Hi.", "-o", _store["hi.wav"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (pulled.ExitCode, again.ExitCode));
        Assert.Contains("tiny speaks from the next start on", pulled.Error, StringComparison.Ordinal);
        Assert.Contains("tiny is here already", again.Error, StringComparison.Ordinal);
        Assert.Equal(["/files/tiny.onnx", "/files/af_tiny.bin"], server.Requests.Select(request => request.Target));
        Assert.Equal(["models/default", "models/tiny/model.json", "models/tiny/tiny.onnx", "voices/af_tiny.bin"], _store.Files());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_store.Home, "parts")));
        Assert.True(spoken.ExitCode == ExitCode.Done, spoken.Error);
        Assert.Contains("by af_tiny of tiny", spoken.Error, StringComparison.Ordinal);
        WavContent.Exact(await File.ReadAllBytesAsync(_store["hi.wav"]));
    }

    [Fact]
    public async Task Pull_that_is_killed_in_the_middle_goes_on_from_there()
    {
        const int Before = 100_000;
        var isFirst = true;
        var never = new TaskCompletionSource();
        await using var server = new FileServer(async (request, stream) =>
        {
            if (!isFirst)
            {
                await Serve(request, stream);
                return;
            }

            isFirst = false;
            await FileServer.HeadAsync(stream, "200 OK", $"Content-Length: {Model.Length}");
            await stream.WriteAsync(Model.AsMemory(0, Before));
            await never.Task;
        });
        var environment = Publishing(server);
        using var killed = KokoroProcess.Start(environment, "model", "pull", "tiny");
        await UntilPartHasAsync(Before);

        ProcessTree.Signal(killed.Id, "KILL");
        await killed.WaitForExitAsync();
        Assert.Empty(_store.Files());
        var pulled = await KokoroProcess.RunAsync(environment, "model", "pull", "tiny");

        Assert.True(pulled.ExitCode == ExitCode.Done, pulled.Error);
        Assert.Equal([0, Before, 0], server.Requests.Select(request => request.From));
        Assert.Equal(Model, await File.ReadAllBytesAsync(Path.Combine(_store.Home, "models", "tiny", "tiny.onnx")));
    }

    [Fact]
    public async Task Pull_of_what_another_process_is_fetching_is_refused()
    {
        var never = new TaskCompletionSource();
        await using var server = new FileServer(async (_, stream) =>
        {
            await FileServer.HeadAsync(stream, "200 OK", $"Content-Length: {Model.Length}");
            await stream.WriteAsync(Model.AsMemory(0, 1000));
            await never.Task;
        });
        var environment = Publishing(server);
        using var first = KokoroProcess.Start(environment, "model", "pull", "tiny");
        await UntilPartHasAsync(1000);

        var second = await KokoroProcess.RunAsync(environment, "model", "pull", "tiny");
        ProcessTree.Signal(first.Id, "KILL");
        await first.WaitForExitAsync();

        Assert.Equal(ExitCode.InputOutput, second.ExitCode);
        Assert.Contains("is being fetched by another process", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_onto_a_disk_that_is_full_in_the_middle_keeps_what_came_and_says_so()
    {
        await using var server = new FileServer(Serve);
        var environment = Publishing(server);

        // No file may grow beyond 200 blocks of 512 bytes, which looks to the program as a disk without room. The runtime's own memory must not be a file then.
        environment.Add("DOTNET_EnableWriteXorExecute", "0");
        var full = await KokoroProcess.RunLimitedAsync(environment, "trap '' XFSZ; ulimit -f 200", "model", "pull", "tiny");
        Assert.Equal(ExitCode.InputOutput, full.ExitCode);
        Assert.Contains("cannot be written", full.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(_store.Files());
        var pulled = await KokoroProcess.RunAsync(environment, "model", "pull", "tiny");

        Assert.True(pulled.ExitCode == ExitCode.Done, pulled.Error);
        Assert.True(server.Requests[1].From > 0, "it began from the beginning");
    }

    [Fact]
    public async Task Pull_goes_through_the_proxy_of_the_environment()
    {
        await using var proxy = new FileServer(Serve);
        var environment = Publishing(new Uri("http://mirror.example/"));
        environment.Add("http_proxy", proxy.Address.ToString());

        var pulled = await KokoroProcess.RunAsync(environment, "model", "pull", "af_tiny");

        Assert.True(pulled.ExitCode == ExitCode.Done, pulled.Error);
        Assert.Equal("http://mirror.example/files/af_tiny.bin", Assert.Single(proxy.Requests).Target);
    }

    [Fact]
    public async Task Pull_of_a_file_that_is_no_model_leaves_the_store_as_it_was()
    {
        byte[] junk = [.. Enumerable.Repeat((byte)'x', 1000)];
        await using var server = new FileServer(FileServer.Serving(junk));
        var environment = _store.Publishing(server.Address, ("junk", "model", junk, null));

        var refused = await KokoroProcess.RunAsync(environment, "model", "pull", "junk");

        Assert.Equal(ExitCode.Installation, refused.ExitCode);
        Assert.Contains("is not an ONNX model", refused.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(_store.Files());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_store.Home, "parts")));
    }

    [Fact]
    public async Task Pull_of_a_name_that_another_model_has_is_refused_before_a_byte_comes()
    {
        await using var server = new FileServer(Serve);
        var environment = Publishing(server);
        var other = new TinyKokoro { KnownIds = 178, Gain = 0.002f }.ToModel();
        await File.WriteAllBytesAsync(_store["tiny.onnx"], other);
        await KokoroProcess.RunAsync(environment, "model", "add", _store["tiny.onnx"]);

        var refused = await KokoroProcess.RunAsync(environment, "model", "pull", "tiny");

        Assert.Equal(ExitCode.InputOutput, refused.ExitCode);
        Assert.Contains("kokoro model remove tiny", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Equal(other, await File.ReadAllBytesAsync(Path.Combine(_store.Home, "models", "tiny", "tiny.onnx")));
    }

    [Fact]
    public async Task Pull_of_a_model_that_is_added_meanwhile_keeps_nothing_on_its_way()
    {
        Directory.CreateDirectory(_store.Home);
        await File.WriteAllBytesAsync(_store["own.onnx"], Model);
        var store = new ModelStore(_store.Home);
        await using var server = new FileServer(async (request, stream) =>
        {
            using (store.Lock())
                new StoreAdder(store, Catalogue.Published).Add(_store["own.onnx"]);
            await Serve(request, stream);
        });
        _store.Publishing(server.Address, ("tiny", "model", Model, null));
        var catalogue = Catalogue.Read(_store["catalogue.json"]);
        using var downloader = new Downloader(new DownloadOptions());
        var pull = new Pull(store, catalogue, item => new(item.Name, new Uri(server.Address, "files/tiny.onnx"), item.Bytes, item.Sha256), downloader);

        await pull.RunAsync(catalogue.Find("tiny"), (_, _) => { }, CancellationToken.None);

        Assert.Equal(["own"], store.All().Select(model => model.Name));
        Assert.Empty(Directory.GetFileSystemEntries(store.Parts));
    }

    private Dictionary<string, string> Publishing(FileServer server) => Publishing(server.Address);

    private Dictionary<string, string> Publishing(Uri mirror) =>
        _store.Publishing(mirror, ("tiny", "model", Model, "af_tiny"), ("af_tiny", "voices", Voice, null));

    private static Task Serve(FileServer.Request request, Stream stream) =>
        FileServer.Serving(request.Target.EndsWith(".onnx", StringComparison.Ordinal) ? Model : Voice)(request, stream);

    private async Task UntilPartHasAsync(long bytes)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var parts = Path.Combine(_store.Home, "parts");
        while (!Directory.Exists(parts) || !new DirectoryInfo(parts).GetFiles().Any(file => file.Length >= bytes))
            Assert.True(await poll.WaitForNextTickAsync(limit.Token));
    }
}
