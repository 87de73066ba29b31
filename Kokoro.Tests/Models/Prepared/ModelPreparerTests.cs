using Kokoro.Host.Cli.Models;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.EngineLink;
using Kokoro.Tests.EngineLink.Faults;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.Models.Prepared;

/// <summary>A small model as if it had been fetched, with a table that is large enough for the file of weights.</summary>
public sealed class ModelPreparerTests : IDisposable
{
    private static readonly long[] Ids = [0, 50, 83, 54, 156, 57, 135, 4, 0];

    private readonly TemporaryFolder _folder = new();
    private readonly Engines _engines = new();
    private readonly StoredModel _model;
    private readonly List<string> _log = [];

    public ModelPreparerTests()
    {
        File.WriteAllBytes(_folder["source.onnx"], new TinyKokoro { KnownIds = 1000, Gain = 0.001f }.ToModel());
        _model = Add("source.onnx", "tiny");
    }

    public void Dispose()
    {
        _engines.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_prepared_model_says_the_same_with_any_number_of_threads()
    {
        Prepare(_model);
        using var source = SpeechModelLoader.Open(_model.Path);
        var expected = Run(source);
        foreach (var threads in new[] { 1, 2 })
        {
            var opened = PreparedForm.TryOpen(_model.Path, EngineProvider.Cpu, threads, _log.Add);
            Assert.NotNull(opened);
            using var model = opened.Value.Model;
            var actual = Run(model);

            Assert.Equal(_model.Sha256, opened.Value.SourceSha256);
            Assert.Equal(expected.Durations, actual.Durations);
            Assert.All(actual.Samples.Zip(expected.Samples), pair => Assert.InRange(pair.First, pair.Second - 1e-4f, pair.Second + 1e-4f));
        }

        Assert.Empty(_log);
        Assert.Equal(["home", "source.onnx"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(["model.json", "prepared", "tiny.onnx"], Directory.GetFileSystemEntries(_model.Folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("weights.bin")]
    public void A_prepared_model_that_is_spoilt_is_never_used_and_prepared_again(string file)
    {
        var path = Prepare(_model);
        var spoilt = Path.Combine(Path.GetDirectoryName(path)!, file);
        var bytes = File.ReadAllBytes(spoilt);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(spoilt, bytes);

        Assert.Null(PreparedForm.TryOpen(_model.Path, EngineProvider.Cpu, 1, _log.Add));

        Assert.Contains("is loaded as it was published", Assert.Single(_log), StringComparison.Ordinal);
        Assert.False(PreparedModel.WasTried(_model.Path, _model.Sha256));
        using var engine = TwoWidthModel.Open(new SpeechEngineSetup(_model.Path, null, EngineProvider.Cpu, 1), _log.Add);
        Assert.Equal(_model.Sha256, engine.Hash);
    }

    [Fact]
    public void A_prepared_model_that_is_cut_off_is_none()
    {
        var path = Prepare(_model);
        using (var weights = File.OpenWrite(Path.Combine(Path.GetDirectoryName(path)!, "weights.bin")))
            weights.SetLength(4096);

        Assert.Null(PreparedModel.Find(_model.Path));
        Assert.False(PreparedModel.WasTried(_model.Path, _model.Sha256));
    }

    [Fact]
    public void A_form_that_was_prepared_for_something_else_is_none_and_goes_when_a_new_one_is_made()
    {
        var path = Prepare(_model);
        var other = Path.Combine(PreparedModel.FolderIn(_model.Folder), "0123456789abcdef");
        Directory.Move(Path.GetDirectoryName(path)!, other);

        Assert.Null(PreparedModel.Find(_model.Path));
        Prepare(_model);

        Assert.NotNull(PreparedModel.Find(_model.Path));
        Assert.False(Directory.Exists(other));
    }

    [Fact]
    public void A_form_that_was_given_up_is_not_used_and_not_made_again()
    {
        var path = Prepare(_model);

        PreparedModel.GiveUp(path, _model.Sha256);

        Assert.Null(PreparedModel.Find(_model.Path));
        Assert.True(PreparedModel.WasTried(_model.Path, _model.Sha256));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_form_that_cannot_be_read_is_skipped_and_made_again()
    {
        var folder = Path.GetDirectoryName(Prepare(_model))!;
        var weights = Path.Combine(folder, "weights.bin");
        File.Delete(weights);
        File.CreateSymbolicLink(weights, "gone"); // there, of four bytes, and not to be read
        new PreparedModel(_model.Sha256, [new PreparedFile("weights.bin", "gone".Length, "00000000")], IsTried: true).Write(folder);

        Assert.Null(PreparedForm.TryOpen(_model.Path, EngineProvider.Cpu, 1, _log.Add));

        Assert.Contains("is loaded as it was published", Assert.Single(_log), StringComparison.Ordinal);
        Assert.False(PreparedModel.WasTried(_model.Path, _model.Sha256));
    }

    [Fact]
    public void A_form_that_has_not_been_tried_is_not_used()
    {
        ModelPreparer.Prepare(_model.Path, _model.Sha256); // and no more: the command is killed while it tries it

        Assert.Null(PreparedForm.TryOpen(_model.Path, EngineProvider.Cpu, 1, _log.Add));
        Assert.False(PreparedModel.WasTried(_model.Path, _model.Sha256));
    }

    [Fact]
    public void An_engine_goes_on_in_the_sound_of_its_model_when_another_takes_its_place()
    {
        Prepare(_model);
        using var engine = TwoWidthModel.Open(new SpeechEngineSetup(_model.Path, null, EngineProvider.Cpu, 2), _log.Add);
        var run = new SpeechRun([.. Ids], Enumerable.Repeat(0.5f, 256).ToArray(), 1, RunWidth.Narrow);
        var expected = engine.Run(run, CancellationToken.None);

        Directory.Delete(_model.Folder, recursive: true);
        File.WriteAllBytes(_folder["source.onnx"], new TinyKokoro { KnownIds = 1000, Gain = 0.002f }.ToModel());
        var other = Add("source.onnx", "tiny");
        Prepare(other);
        var wide = engine.Run(run with { Width = RunWidth.Wide }, CancellationToken.None);

        Assert.Equal(_model.Path, other.Path);
        Assert.Equal(expected.Samples, wide.Samples);
        Assert.Contains("was replaced", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_prepared_for_the_cpu_is_not_for_another_provider()
    {
        Prepare(_model);

        Assert.Null(PreparedForm.TryOpen(_model.Path, EngineProvider.CoreMl, 1, _log.Add));
    }

    /// <summary>ONNX Runtime writes the loops of the starter model so that it cannot read them again.</summary>
    [Fact]
    public async Task A_form_that_cannot_be_loaded_is_given_up()
    {
        File.WriteAllBytes(_folder["loops.onnx"], StarterModelFile.Build());
        var model = Add("loops.onnx", "loops");

        await Preparation.PrepareAsync(model, _engines.Real(), CancellationToken.None);

        using var engine = TwoWidthModel.Open(new SpeechEngineSetup(model.Path, null, EngineProvider.Cpu, 1), _log.Add);
        Assert.Equal(model.Sha256, engine.Hash);
        Assert.Empty(_log);
        Assert.True(PreparedModel.WasTried(model.Path, model.Sha256));
        Assert.Null(PreparedModel.Find(model.Path));
    }

    [Theory]
    [InlineData(Fault.DiesAtStart, true)]
    [InlineData(Fault.Exits, true)]
    [InlineData(Fault.SilentAtStart, false)]
    public async Task A_form_is_given_up_for_what_speaks_against_it_only(Fault fault, bool isGivenUp)
    {
        var limits = fault == Fault.SilentAtStart ? Engines.Short with { Start = Engines.Quick } : null;
        await Preparation.PrepareAsync(_model, _engines.Faulty(fault, limits: limits), CancellationToken.None);

        Assert.Equal(isGivenUp, PreparedModel.WasTried(_model.Path, _model.Sha256));
        Assert.Null(PreparedModel.Find(_model.Path));
    }

    [Fact]
    public async Task A_form_that_no_engine_can_be_started_for_is_not_given_up()
    {
        await Preparation.PrepareAsync(_model, NotThere, CancellationToken.None);

        Assert.False(PreparedModel.WasTried(_model.Path, _model.Sha256));
        Assert.Null(PreparedModel.Find(_model.Path));
    }

    [Fact]
    public async Task A_form_that_could_not_be_tried_is_tried_again_as_it_is_but_not_for_ever()
    {
        await Preparation.PrepareAsync(_model, NotThere, CancellationToken.None);
        var form = PreparedModel.Find(_model.Path, isTried: false)!.Value.Path;
        File.SetLastWriteTimeUtc(form, DateTime.UnixEpoch);
        await Preparation.PrepareAsync(_model, NotThere, CancellationToken.None);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(form));
        Assert.False(PreparedModel.WasTried(_model.Path, _model.Sha256));

        await Preparation.PrepareAsync(_model, NotThere, CancellationToken.None);

        Assert.True(PreparedModel.WasTried(_model.Path, _model.Sha256));
        Assert.False(File.Exists(form));
    }

    [Fact]
    public async Task A_form_that_is_left_untried_is_only_tried()
    {
        var left = ModelPreparer.Prepare(_model.Path, _model.Sha256); // and no more: the command is killed while it tries it
        File.SetLastWriteTimeUtc(left, DateTime.UnixEpoch);

        await Preparation.PrepareAsync(_model, _engines.Real(), CancellationToken.None);

        Assert.Equal(left, PreparedModel.Find(_model.Path)!.Value.Path);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(left));
    }

    [Fact]
    public void A_form_of_the_version_before_is_one_that_has_spoken()
    {
        var about = Path.Combine(Path.GetDirectoryName(ModelPreparer.Prepare(_model.Path, _model.Sha256))!, "prepared.json");
        var lines = File.ReadAllLines(about).Where(line => !line.Contains("tried", StringComparison.OrdinalIgnoreCase)).ToArray();
        lines[^2] = lines[^2].TrimEnd(',');
        File.WriteAllLines(about, lines);

        Assert.True(PreparedModel.WasTried(_model.Path, _model.Sha256));
        Assert.NotNull(PreparedModel.Find(_model.Path));
    }

    [Fact]
    public void While_one_prepares_a_model_another_is_told_so()
    {
        using var alone = ModelPreparer.Lock(_model.Path);

        var refused = Assert.Throws<SpeechException>(() => ModelPreparer.Lock(_model.Path));

        Assert.Contains("another command is just preparing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_tried_stays_when_it_cannot_be_loaded_for_once()
    {
        await Preparation.PrepareAsync(_model, _engines.Real(), CancellationToken.None);
        var path = PreparedModel.Find(_model.Path)!.Value.Path;

        // As when there is no memory, or no more files may be open: the bytes are right, and loading fails.
        File.WriteAllBytes(path, [0x08, 0x08, 0x3A, 0x00, 0x42, 0x00]);
        new PreparedModel(_model.Sha256, [new PreparedFile("model.onnx", 6, Crc32C.OfFile(path))], IsTried: true).Write(Path.GetDirectoryName(path)!);

        Assert.Null(PreparedForm.TryOpen(_model.Path, EngineProvider.Cpu, 1, _log.Add));
        Assert.Contains("is loaded as it was published", Assert.Single(_log), StringComparison.Ordinal);
        Assert.NotNull(PreparedModel.Find(_model.Path));
    }

    /// <summary>Engines of a program that does not exist.</summary>
    private EngineLinkOptions NotThere => _engines.Real() with { Command = new EngineCommand(_folder["nobody"], []) };

    private StoredModel Add(string file, string name)
    {
        var store = new ModelStore(_folder["home"]);
        using var held = store.Lock();
        return new StoreAdder(store, Catalogue.Published).AddModel(_folder[file], name, "a test", StoreAdder.Copy).Model;
    }

    /// <summary>As if it had been tried and had spoken.</summary>
    private static string Prepare(StoredModel model)
    {
        var path = ModelPreparer.Prepare(model.Path, model.Sha256);
        PreparedModel.Trust(path);
        return path;
    }

    private static ModelOutput Run(SpeechModel model) => model.Run(Ids, Enumerable.Repeat(0.5f, 256).ToArray(), 1, CancellationToken.None);
}
