namespace DgccAssess.Core.Press;

internal static class PressDirectory
{
    private const string Worker = "worker.mjs";

    public static string Find(PressOptions options)
    {
        var folder = options.PressDirectory ?? Candidates(AppContext.BaseDirectory).FirstOrDefault(HasWorker)
            ?? throw new PressException(PressFailure.NotInstalled, $"No press folder was found at or above {AppContext.BaseDirectory}. Set Press:PressDirectory.");
        if (!HasWorker(folder))
            throw new PressException(PressFailure.NotInstalled, $"There is no {Worker} in the press folder {folder}.");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new PressException(PressFailure.NotInstalled, $"The packages of the press are not installed: run npm ci --ignore-scripts in {folder}.");
        return folder;
    }

    private static bool HasWorker(string folder) => File.Exists(Path.Combine(folder, Worker));

    private static IEnumerable<string> Candidates(string start)
    {
        yield return Path.Combine(start, "press");
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "src", "press");
    }
}
