using FlowBuilder.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>Debian's docker-compose reads the file. Nothing is started: there is no container engine where these tests run.</summary>
public sealed class ComposeTests
{
    [Fact]
    public void The_compose_file_is_valid() => Check(Tree.Read("docker-compose.yml")).ShouldBe((0, ""));

    [Fact]
    public void A_misspelt_key_would_be_found() =>
        Check(Tree.Read("docker-compose.yml").Replace("depends_on:", "depends_onn:", StringComparison.Ordinal)).ExitCode.ShouldNotBe(0);

    [Fact]
    public void The_image_is_built_from_a_file_that_exists()
    {
        var compose = Tree.Read("docker-compose.yml");
        var file = compose.Split('\n')
            .Single(line => line.TrimStart().StartsWith("dockerfile:", StringComparison.Ordinal))
            .Split(':')[1].Trim();
        Tree.Files.ShouldContain(file);
        Tree.Files.ShouldContain(".dockerignore");
    }

    private static (int ExitCode, string Output) Check(string compose)
    {
        var folder = Directory.CreateTempSubdirectory("compose");
        try
        {
            var file = Path.Combine(folder.FullName, "docker-compose.yml");
            File.WriteAllText(file, compose);
            return Needs.Run(Needs.Program("docker-compose", "docker-compose"), ["-f", file, "config", "-q"], TimeSpan.FromMinutes(1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
