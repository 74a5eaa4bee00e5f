namespace DgccAssess.TestCommon;

public static class RepositoryRoot
{
    /// <summary>The folder that holds DgccAssess.sln, above the test's binaries.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DgccAssess.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("DgccAssess.sln is not above the tests.");
    }
}
