using DgccAssess.Core.Press;

namespace DgccAssess.Tests.Press;

/// <summary>A folder with a worker of our own making: a real process that misbehaves as told.</summary>
internal sealed class FakePress : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("press-");

    public FakePress(string worker)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "worker.mjs"), worker);
        folder.CreateSubdirectory("node_modules");
    }

    public PressOptions Options => new() { PressDirectory = folder.FullName };

    public void Dispose() => folder.Delete(recursive: true);
}
