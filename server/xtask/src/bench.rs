//! Measures everything that has a budget (DESIGN section 10), prints it as tables, and keeps them in `docs/benchmarks.md`.

mod budget;
mod check;
mod core;
mod editor;
mod peers;
mod table;

use anyhow::{Context, Result};
use budget::Budgets;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is measured.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The longest made report, in characters.
    #[arg(long, default_value_t = 10_000_000)]
    longest: usize,
    /// The program, built.
    #[arg(long, default_value = "target/release/hegao")]
    program: PathBuf,
    /// Only the core.
    #[arg(long)]
    core: bool,
    /// Only other checkers, beside ours.
    #[arg(long, conflicts_with = "core")]
    only_peers: bool,
    /// Installs other checkers first, with server/xtask/peers.sh.
    #[arg(long)]
    peers: bool,
    /// Where other checkers are installed and looked for, before the path.
    #[arg(long, default_value = "target/peers")]
    peers_in: PathBuf,
    /// Put the tables into docs/benchmarks.md.
    #[arg(long, conflicts_with = "only_peers")]
    write: bool,
}

/// Between these lines of the page the command writes.
const MARKS: [&str; 2] = ["<!-- measured: begin -->\n", "<!-- measured: end -->"];
const PAGE: &str = "docs/benchmarks.md";

/// Measures and prints.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.peers {
        let installed = Command::new("bash").arg("server/xtask/peers.sh").arg(&options.peers_in).status();
        anyhow::ensure!(installed.context("bash")?.success(), "server/xtask/peers.sh has failed");
    }
    if options.only_peers {
        println!(
            "{}
{}",
            machine(&options.program),
            others(options)?
        );
        return Ok(());
    }
    let mut budgets = Budgets::default();
    let mut rest = String::new();
    // One core: what is said of it holds of any number of files at once.
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().context("a pool of one thread")?;
    let core = one.install(|| core::stages(options.longest, &mut budgets));
    writeln!(rest, "## Core, on one core\n\n{core}")?;
    let shapes = one.install(|| core::shapes(options.longest / 10, &mut budgets));
    writeln!(rest, "## Shapes that punish whatever is not linear, on one core\n\n{shapes}")?;
    if !options.core {
        writeln!(rest, "## Command line\n\n{}", check::folder(&options.program, &mut budgets)?)?;
        let (starts, keys) = (editor::starts(&options.program, &mut budgets)?, editor::keys(&options.program, &mut budgets)?);
        writeln!(rest, "## Editor\n\n{starts}\n{keys}")?;
        writeln!(rest, "{}", others(options)?)?;
    }
    let mut page = machine(&options.program);
    writeln!(page, "\n## Budgets\n\n{budgets}\n{rest}")?;
    println!("{page}");
    if options.write { keep(&page) } else { Ok(()) }
}

/// The tables of other checkers.
fn others(options: &Options) -> Result<String> {
    let mut page = format!("## Other checkers\n\n{}", peers::beside(&options.program, &options.peers_in)?);
    if let Some(keys) = peers::keys(&options.peers_in)? {
        write!(page, "\n{keys}")?;
    }
    Ok(page)
}

/// When and on what was measured. Benchmarks that were built without optimisation say so.
fn machine(program: &Path) -> String {
    let said = |name: &str, argument: &str| {
        let output = Command::new(name).arg(argument).output().ok();
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
    };
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo").lines().find_map(|line| line.strip_prefix("model name\t: ").map(str::to_owned)).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned();
    let slow = if cfg!(debug_assertions) { " BUILT WITHOUT OPTIMISATION: the core's figures mean nothing." } else { "" };
    format!(
        "{}, {}, {}, {cpu}, {cores} cores, load {load} when it began.{slow}\n",
        said("date", "-I"),
        said(&program.display().to_string(), "--version"),
        said("rustc", "--version")
    )
}

/// Replaces what stands between the marks.
fn keep(tables: &str) -> Result<()> {
    let page = std::fs::read_to_string(PAGE).context(PAGE)?;
    let [begin, end] = MARKS;
    let (head, rest) = page.split_once(begin).with_context(|| format!("{PAGE}: {begin}"))?;
    let (_, tail) = rest.split_once(end).with_context(|| format!("{PAGE}: {end}"))?;
    Ok(std::fs::write(PAGE, format!("{head}{begin}{tables}{end}{tail}"))?)
}
