using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.RunsToPcm;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>
/// Writes the fast-loading form of a model: the graph rewritten with standard operators, optimised by ONNX Runtime for this processor, and its weights in a second file, on pages and
/// in the layout of the kernels, so that engines map them and share them.
/// </summary>
internal static class ModelPreparer
{
    /// <summary>In the model's folder while one prepares it; all that is unfinished is here or has this ending.</summary>
    private const string Unfinished = "preparing";

    /// <summary>
    /// onnxruntime_session_options_config_keys.h: weights of at least a page go to a file, with what kernels make of them. Smaller ones stay in the graph: ONNX Runtime 1.30 reads some of
    /// them wrongly from a file (a convolution of 22 x 20 weights ended the process), and they are not worth a page.
    /// </summary>
    private static readonly (string Key, string Value)[] WeightsInFile =
    [
        ("session.optimized_model_external_initializers_file_name", PreparedModel.Weights),
        ("session.optimized_model_external_initializers_min_size_in_bytes", "4096"),
        ("session.save_external_prepacked_constant_initializers", "1"),
    ];

    /// <summary>Held by whoever prepares a model and tries what became of it; disposing gives it back.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: another command has it, or the store cannot be written.</exception>
    public static IDisposable Lock(string modelPath)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(modelPath))!;
        return StoreFaults.Guard(home, () => StoreLock.Take(
            Path.Combine(home, $"{Unfinished}.lock"),
            FileOptions.DeleteOnClose,
            $"another command is just preparing {Printable.Line(modelPath)}; until it has done so the model is used as it was published"));
    }

    /// <summary>Prepares it anew, whole or not at all, to be tried next; what was prepared before for other versions or processors is deleted. The caller holds the <see cref="Lock"/>.</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.ModelCorrupt"/>: ONNX Runtime refuses the source or what became of it. <see cref="SpeechErrorCode.OutputUnwritable"/>: no room.
    /// </exception>
    public static string Prepare(string modelPath, string sourceSha256)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(modelPath))!;
        return StoreFaults.Guard(home, () =>
        {
            var target = Path.Combine(PreparedModel.FolderIn(home), PreparedKey.Of(sourceSha256));
            var beside = Path.Combine(home, Unfinished);
            if (Directory.Exists(beside)) // of one that was killed
                Directory.Delete(beside, recursive: true);
            Directory.CreateDirectory(beside);
            try
            {
                Write(modelPath, beside);
                PreparedFile[] files = [.. new[] { PreparedModel.Graph, PreparedModel.Weights }.Select(name => Path.Combine(beside, name)).Where(File.Exists).Select(Described)];
                new PreparedModel(sourceSha256, files, IsTried: false).Write(beside);
                if (Directory.Exists(PreparedModel.FolderIn(home)))
                    Directory.Delete(PreparedModel.FolderIn(home), recursive: true);
                Directory.CreateDirectory(PreparedModel.FolderIn(home));
                Directory.Move(beside, target);
            }
            catch
            {
                Directory.Delete(beside, recursive: true);
                throw;
            }

            return Path.Combine(target, PreparedModel.Graph);
        });
    }

    private static PreparedFile Described(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, Crc32C.OfFile(path));

    private static void Write(string modelPath, string folder)
    {
        // Beside the source, since weights in a file of its own are found from there.
        var rewritten = $"{modelPath}.{Unfinished}";
        try
        {
            Rewrite(modelPath, rewritten);
            using var options = SpeechSessionOptions.Make(EngineProvider.Cpu, threads: 1);
            options.OptimizedModelFilePath = Path.Combine(folder, PreparedModel.Graph);
            foreach (var (key, value) in WeightsInFile)
                options.AddSessionConfigEntry(key, value);
            using var session = new InferenceSession(rewritten, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new SpeechException(
                SpeechErrorCode.ModelCorrupt, $"model {Printable.Line(modelPath)} cannot be prepared ({Printable.Message(e)}); it is used as it is", innerException: e);
        }
        finally
        {
            File.Delete(rewritten);
        }
    }

    private static void Rewrite(string from, string to)
    {
        ModelProto model;
        using (var source = File.OpenRead(from))
            model = ModelProto.Parser.ParseFrom(source);
        GraphRewriter.Rewrite(model);
        using var target = File.Create(to);
        model.WriteTo(target);
    }
}
